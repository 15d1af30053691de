/** Tests of papers: what they say, their numbers and the register. */
@NullMarked
package cn.anxun.core.paper;

import org.jspecify.annotations.NullMarked;
