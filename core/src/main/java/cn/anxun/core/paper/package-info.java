/** 文书: written papers of a visit, and the signatures on them. */
@NullMarked
package cn.anxun.core.paper;

import org.jspecify.annotations.NullMarked;
