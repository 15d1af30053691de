/**
 * The files of records on their way and at their place: uploads that go on where they stopped, the
 * look into what arrived before it is believed, and small pictures of it.
 */
@NullMarked
package cn.anxun.server.file;

import org.jspecify.annotations.NullMarked;
