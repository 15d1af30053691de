/**
 * Coded values as data: the shipped code lists and a bureau's revisions of them, divisions, and the
 * check of the unified social credit code.
 */
@NullMarked
package cn.anxun.core.codelist;

import org.jspecify.annotations.NullMarked;
