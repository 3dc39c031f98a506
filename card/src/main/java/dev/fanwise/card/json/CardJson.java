package dev.fanwise.card.json;

import dev.fanwise.RandomEngine;
import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Decimals;
import dev.fanwise.card.figures.Fit;
import dev.fanwise.card.figures.Histogram;
import dev.fanwise.card.figures.Measured;
import dev.fanwise.card.figures.Moments;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.figures.Reference;
import dev.fanwise.card.figures.Suspicion;
import dev.fanwise.card.figures.Verdict;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Shape;
import dev.fanwise.card.model.Submodule;
import java.util.Locale;

/** A card as JSON, by {@code docs/schema/model-card-1.schema.json}. */
public final class CardJson {
  private final Card card;
  private final JsonText json = new JsonText();

  private CardJson(Card card) {
    this.card = card;
  }

  /** The text of the file. */
  public static String of(Card card) {
    return new CardJson(card).write();
  }

  private String write() {
    json.object();
    json.field("format", "fanwise-model-card").field("version", 1);
    json.field("model", card.model().className()).field("name", card.model().name());
    json.field("initializer", card.model().initializer());
    json.field("origin", card.model().origin().name().toLowerCase(Locale.ROOT));
    RandomEngine engine = card.model().engine();
    json.field("randomEngine", engine == null ? null : engine.name());
    json.field("seed", card.model().seed());
    writeTotals();
    writeReference();
    json.name("warnings").array();
    card.suspicions().forEach(this::write);
    json.endArray();
    json.name("parameters").array();
    card.parameters().stream().filter(one -> one.module() == null).forEach(this::write);
    json.endArray();
    json.name("inner").array();
    card.parameters().stream().filter(one -> one.module() != null).forEach(this::write);
    json.endArray();
    json.name("submodules").array();
    card.model().submodules().forEach(this::write);
    json.endArray();
    return json.endObject().text();
  }

  private void writeTotals() {
    json.name("totals").object();
    json.field("parameters", card.parameters().size());
    json.field("elements", card.elements()).field("bytes", card.bytes());
    json.field("ofUnknownSize", card.unsized());
    json.field("submodules", card.model().submodules().size());
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
    Parameter parameter = one.of();
    json.object().field("name", one.name()).field("module", one.module());
    writeShape(parameter.shape());
    json.field("type", parameter.type().name());
    writeUnlessNegative("elements", one.elements());
    writeUnlessNegative("bytes", one.bytes());
    Parameter.FanNumbers fans = parameter.fans();
    json.field("fanIn", fans == null ? Double.NaN : fans.fanIn());
    json.field("fanOut", fans == null ? Double.NaN : fans.fanOut());
    json.field("fanInFormula", fans == null ? null : fans.inFormula());
    json.field("fanOutFormula", fans == null ? null : fans.outFormula());
    json.field("scheme", parameter.scheme().annotation());
    json.strings("composed", parameter.scheme().composed());
    json.field("unitVariance", parameter.scheme().isUnitVariance());
    json.field("distribution", one.distribution());
    json.strings("derivation", parameter.derivation());
    writeMoments(one.moments());
    json.field("factor", parameter.intent() == null ? 1 : parameter.intent().factor());
    if (parameter.stream() == null) {
      json.name("stream").value((String) null);
    } else {
      writeStream(parameter.stream().name(), parameter.stream().id());
    }
    writeVerdict(one.verdict());
    writeDraws(one.measured());
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

  private void writeShape(Shape shape) {
    json.name("shape").array();
    shape.dimensions().forEach(this::writeCount);
    json.endArray();
    json.field("layout", shape.layout().name());
    json.field("connection", shape.connection().name());
    json.name("groups");
    writeCount(shape.groups());
    json.numbers("stride", shape.stride().stream().mapToLong(Integer::longValue).toArray());
    json.field("parts", shape.parts());
  }

  /** A number, or the name of one. */
  private void writeCount(String number) {
    if (Character.isDigit(number.charAt(0))) {
      json.value(Long.parseLong(number));
    } else {
      json.value(number);
    }
  }

  /** Other libraries' streams go by the order of the parameters. */
  private void writeStream(String name, long id) {
    json.name("stream");
    if (!card.model().isDrawnByName()) {
      json.value((String) null);
      return;
    }
    json.object().field("name", name).field("id", Decimals.hex(id)).endObject();
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

  private void writeDraws(Measured drawn) {
    json.name("draws");
    if (drawn == null) {
      json.value((String) null);
      return;
    }
    json.object().field("count", drawn.count());
    json.field("mean", drawn.mean()).field("std", drawn.std());
    json.field("least", drawn.least()).field("greatest", drawn.greatest());
    json.field("zeros", drawn.zeros()).field("nonFinite", drawn.nonFinite());
    writeFit(drawn.fit());
    json.name("values").array();
    for (Measured.Share atom : drawn.atoms()) {
      json.object().field("value", atom.value());
      json.field("share", atom.share()).field("count", atom.count()).endObject();
    }
    json.endArray();
    writeHistogram(drawn.histogram());
    json.endObject();
  }

  private void writeFit(Fit fit) {
    json.name("fit").object();
    json.field("verdict", fit.verdict().text().replace(' ', '-'));
    json.field("distance", fit.distance()).field("critical", fit.critical());
    json.field("level", Fit.LEVEL).endObject();
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

  private void write(Submodule submodule) {
    json.object().field("name", submodule.name()).field("pattern", submodule.pattern());
    json.field("model", submodule.className());
    writeStream(submodule.streamName(), submodule.streamId());
    json.endObject();
  }
}
