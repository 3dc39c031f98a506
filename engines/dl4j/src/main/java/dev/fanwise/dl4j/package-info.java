/** Weights of Deeplearning4j's networks, drawn by Fanwise: {@link dev.fanwise.dl4j.FanwiseDl4j}. */
package dev.fanwise.dl4j;
