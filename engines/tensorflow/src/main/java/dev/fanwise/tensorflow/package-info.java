/**
 * Variables of TensorFlow Java's graphs, drawn by Fanwise: {@link
 * dev.fanwise.tensorflow.FanwiseTensorFlow#initialize}.
 */
package dev.fanwise.tensorflow;
