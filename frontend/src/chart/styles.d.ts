// Styles that a script imports become a file beside its bundle.
declare module "*.css";
