/** A network of the Deep Java Library that starts with its own weights, and with Fanwise's. */
package dev.fanwise.samples.engines;
