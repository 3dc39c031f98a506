/** Models written and checked by many machines, with Apache Spark. */
package dev.fanwise.spark;
