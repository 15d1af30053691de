/** Tests of code lists, divisions and credit codes. */
@NullMarked
package cn.anxun.core.codelist;

import org.jspecify.annotations.NullMarked;
