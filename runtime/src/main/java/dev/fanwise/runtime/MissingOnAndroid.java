package dev.fanwise.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method that calls what Android API level 21 does not have, and whose callers make sure first
 * that it is there. The build's check of the API level leaves such methods out.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface MissingOnAndroid {}
