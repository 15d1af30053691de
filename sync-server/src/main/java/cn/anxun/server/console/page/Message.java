package cn.anxun.server.console.page;

/**
 * Why there is no page.
 *
 * @param mayDo what the person can do here instead, or ""
 * @param request the id of the request, for whoever runs the server
 */
public record Message(String sentence, String mayDo, String request) {}
