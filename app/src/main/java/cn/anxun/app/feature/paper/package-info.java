/** 文书: what a visit issues on paper: filled in, signed, numbered, printed and sent. */
@NullMarked
package cn.anxun.app.feature.paper;

import org.jspecify.annotations.NullMarked;
