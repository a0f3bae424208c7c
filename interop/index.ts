// Nothing yet; README.md says what will be here.
export {};
