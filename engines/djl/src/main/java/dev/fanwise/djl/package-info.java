/**
 * Weights of the Deep Java Library's blocks, drawn by Fanwise: {@link dev.fanwise.djl.FanwiseDjl}.
 */
package dev.fanwise.djl;
