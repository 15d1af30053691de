/**
 * What every page and every answer of the server has in common: who is asking, limits, problems in
 * plain words, headers, one log line per request. The API's own routes are in {@code v1}.
 */
@NullMarked
package cn.anxun.server.http;

import org.jspecify.annotations.NullMarked;
