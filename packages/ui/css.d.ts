// For `import "@hookswitch/ui/styles.css"` where nothing else says what a stylesheet is.
export {};
