"""Asks a served page for its pages from two processes at once, as several phones would, and prints how long each answer took, in seconds."""

import http.client
import sys
from multiprocessing import Pool
from time import perf_counter

WORKERS = 2


def ask(order: tuple[int, list[str], int]) -> list[float]:
    port, paths, times = order
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    taken = []
    for _ in range(times):
        for path in paths:
            began = perf_counter()
            line.request("GET", path)
            answer = line.getresponse()
            answer.read()
            taken.append(perf_counter() - began)
            assert answer.status in {200, 303}, (path, answer.status)
    return taken


def main(port: int, times: int, paths: list[str]) -> None:
    with Pool(WORKERS) as pool:
        began = perf_counter()
        found = pool.map(ask, [(port, paths, times)] * WORKERS)
        print(perf_counter() - began, *(one for taken in found for one in taken))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
