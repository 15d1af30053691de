package cn.anxun.app.form;

import cn.anxun.core.entry.Fields;

/**
 * What was filled in so far.
 *
 * @param site what stands in the field of the site: the name of the one chosen, or what was typed
 */
public record Filled(Fields fields, String site) {}
