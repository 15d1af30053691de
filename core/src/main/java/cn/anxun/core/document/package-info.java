/**
 * Reads the office's documents leniently, as the fold must, and says everything that is wrong with
 * one before it is saved.
 */
@NullMarked
package cn.anxun.core.document;

import org.jspecify.annotations.NullMarked;
