#!/usr/bin/env node
import { bootstrap } from './bootstrap.js';

await bootstrap('__tests__/bench/run.ts');
