#!/usr/bin/env node
// Stands beside what is built, so that package managers find it before anything is.
import '../dist/cli/main.js';
