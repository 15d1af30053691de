/**
 * Who gets in where: every route that is served, asked for by everybody there is, about the own
 * bureau, another one and what does not exist.
 */
@NullMarked
package cn.anxun.server.access;

import org.jspecify.annotations.NullMarked;
