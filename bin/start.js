#!/usr/bin/env node
import { bootstrap } from './bootstrap.js';

await bootstrap('bin/steps/start.ts');
