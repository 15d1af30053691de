/**
 * The self-evaluation forms as data: definitions, targets, scoring and the flags that catch what
 * printed forms get wrong. How a form looks on paper is the server's matter.
 */
@NullMarked
package cn.anxun.core.form;

import org.jspecify.annotations.NullMarked;
