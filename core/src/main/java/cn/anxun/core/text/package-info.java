/** Sentences for people, Chinese first, from the resource bundles beside this package. */
@NullMarked
package cn.anxun.core.text;

import org.jspecify.annotations.NullMarked;
