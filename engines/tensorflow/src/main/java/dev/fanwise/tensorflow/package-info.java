/**
 * Variables of TensorFlow Java's graphs, drawn by Fanwise: {@link
 * dev.fanwise.tensorflow.FanwiseTensorFlow}.
 */
package dev.fanwise.tensorflow;
