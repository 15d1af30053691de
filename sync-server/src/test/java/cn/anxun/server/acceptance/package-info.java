/** The main job from end to end: cases replayed over HTTP, recounted, disordered, pushed twice. */
@NullMarked
package cn.anxun.server.acceptance;

import org.jspecify.annotations.NullMarked;
