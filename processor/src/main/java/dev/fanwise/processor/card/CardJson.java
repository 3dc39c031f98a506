package dev.fanwise.processor.card;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.Locale;

/** A card as JSON, by {@code docs/schema/model-card-1.schema.json}. */
public final class CardJson {
  private final ModelCard card;
  private final JsonText json = new JsonText();

  private CardJson(ModelCard card) {
    this.card = card;
  }

  /** The text of the file. */
  public static String of(ModelCard card) {
    return new CardJson(card).write();
  }

  private String write() {
    json.object();
    json.field("format", "fanwise-model-card").field("version", 1);
    json.field("model", card.className()).field("name", card.name());
    json.field("initializer", card.initializer());
    json.field("randomEngine", card.engine().name());
    json.field("seed", card.seed());
    writeTotals();
    writeReference();
    json.name("warnings").array();
    card.suspicions().forEach(this::write);
    json.endArray();
    json.name("parameters").array();
    card.parameters().forEach(this::write);
    json.endArray();
    json.name("submodules").array();
    card.submodules().forEach(this::write);
    json.endArray();
    return json.endObject().text();
  }

  private void writeTotals() {
    json.name("totals").object();
    json.field("parameters", card.sized().size() + card.unsized());
    json.field("elements", card.elements()).field("bytes", card.bytes());
    json.field("ofUnknownSize", card.unsized());
    json.field("submodules", card.submodules().size());
    json.endObject();
  }

  private void writeReference() {
    Reference reference = card.reference();
    json.name("reference").object();
    json.field("kind", reference.kind().name().toLowerCase(Locale.ROOT));
    json.field("activation", reference.activation()).field("gain", reference.gain());
    json.field("votes", reference.votes()).field("voters", reference.voters());
    json.endObject();
  }

  private void write(Suspicion suspicion) {
    json.object().field("id", suspicion.id().text());
    json.strings("parameters", suspicion.parameters().stream().map(this::name).toList());
    json.field("text", suspicion.text()).field("advice", suspicion.advice());
    json.endObject();
  }

  private String name(int number) {
    return card.parameters().get(number - 1).name();
  }

  private void write(ParameterCard one) {
    ParameterPlan plan = one.plan();
    json.object().field("name", one.name()).field("module", one.module());
    writeShape(plan.geometry());
    json.field("type", plan.elementType().dataType().name());
    writeUnlessNegative("elements", one.elements());
    writeUnlessNegative("bytes", one.bytes());
    json.field("fanIn", plan.fans() == null ? Double.NaN : plan.fans().fanIn());
    json.field("fanOut", plan.fans() == null ? Double.NaN : plan.fans().fanOut());
    json.field("scheme", plan.scheme());
    json.strings("composed", plan.composedScheme());
    json.field("unitVariance", plan.isUnitVariance());
    json.field("distribution", one.distribution());
    json.strings("derivation", plan.derivation());
    writeMoments(one.moments());
    writeStream(plan.streamName(), plan.streamId());
    writeVerdict(one.verdict());
    writeDraws(one.draws());
    json.field("undrawn", one.undrawn());
    json.endObject();
  }

  private void writeUnlessNegative(String name, long number) {
    json.name(name);
    if (number < 0) {
      json.value((String) null);
    } else {
      json.value(number);
    }
  }

  private void writeShape(Geometry geometry) {
    json.name("shape").array();
    geometry.shape().forEach(this::write);
    json.endArray();
    json.field("layout", geometry.layout().name());
    json.field("connection", geometry.connection().name());
    json.name("groups");
    write(geometry.groups());
    json.numbers("stride", geometry.stride().stream().mapToInt(Integer::intValue).toArray());
    json.field("parts", geometry.parts());
  }

  private void write(Dimension number) {
    if (number.isKnown()) {
      json.value(number.value());
    } else {
      json.value(number.toString());
    }
  }

  /** Other libraries' streams go by the order of the parameters. */
  private void writeStream(String name, long id) {
    json.name("stream");
    if (card.engine() != RandomEngine.FANWISE) {
      json.value((String) null);
      return;
    }
    json.object().field("name", name).field("id", Numbers.hex(id)).endObject();
  }

  private void writeMoments(Moments moments) {
    json.name("law");
    if (moments == null) {
      json.value((String) null);
      return;
    }
    json.object().field("mean", moments.mean()).field("std", moments.std());
    json.field("low", moments.low()).field("high", moments.high()).endObject();
  }

  private void writeVerdict(Verdict verdict) {
    json.name("gain");
    if (verdict == null) {
      json.value((String) null);
      return;
    }
    json.object().field("activation", verdict.activation()).field("gain", verdict.gain());
    json.field("idealStd", verdict.ideal()).field("ratio", verdict.ratio());
    json.field("verdict", verdict.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.endObject();
  }

  private void writeDraws(Draws draws) {
    json.name("draws");
    if (draws == null) {
      json.value((String) null);
      return;
    }
    json.object().field("count", draws.count());
    json.field("mean", draws.mean()).field("std", draws.std());
    json.field("least", draws.least()).field("greatest", draws.greatest());
    json.name("values").array();
    for (Draws.Drawn atom : draws.atoms()) {
      json.object().field("value", atom.value());
      json.field("share", atom.share()).field("count", atom.count()).endObject();
    }
    json.endArray();
    writeHistogram(draws.histogram());
    json.endObject();
  }

  private void writeHistogram(Histogram histogram) {
    json.name("histogram");
    if (histogram == null) {
      json.value((String) null);
      return;
    }
    json.object().field("low", histogram.low()).field("high", histogram.high());
    json.field("below", histogram.below()).numbers("counts", histogram.counts());
    json.field("above", histogram.above()).endObject();
  }

  private void write(SubmoduleCard submodule) {
    json.object().field("name", submodule.name()).field("pattern", submodule.pattern());
    json.field("model", submodule.className());
    writeStream(submodule.streamName(), submodule.streamId());
    json.endObject();
  }
}
