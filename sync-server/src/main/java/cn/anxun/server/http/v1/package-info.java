/**
 * The API, version 1: {@code docs/openapi.yaml} says every route, and a test holds them against
 * each other.
 */
@NullMarked
package cn.anxun.server.http.v1;

import org.jspecify.annotations.NullMarked;
