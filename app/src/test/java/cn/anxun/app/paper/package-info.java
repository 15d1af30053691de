/** Tests of papers, their numbers and their pages. */
@NullMarked
package cn.anxun.app.paper;

import org.jspecify.annotations.NullMarked;
