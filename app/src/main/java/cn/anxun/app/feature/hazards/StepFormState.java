package cn.anxun.app.feature.hazards;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a form's screen shows.
 *
 * @param description of the hazard
 * @param choice the step, and whether it will be a proposal
 * @param problems what is wrong, by the name of the field
 */
record StepFormState(
    StepForm form,
    String description,
    StepChoice choice,
    Map<String, FormProblem> problems,
    LocalDate today) {

  StepFormState {
    problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
  }
}
