package cn.anxun.server.cases;

import cn.anxun.core.indicator.Measure;
import cn.anxun.core.json.Json;

/**
 * An indicator and what it must come to.
 *
 * @param value a number, compared as a number; or a text, compared as printed
 */
public record Expected(String indicator, Measure measure, Json value, String unit) {}
