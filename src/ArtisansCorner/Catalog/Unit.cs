using System.Globalization;
using System.Numerics;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Catalog;

/// <summary>What a unit measures; inside one dimension, but for counted things, every conversion is known.</summary>
public enum Measure
{
    /// <summary>Kept in nanograms.</summary>
    Mass,

    /// <summary>Kept in tenths of a picoliter, in which every fluid ounce is whole.</summary>
    Volume,

    /// <summary>Kept in micrometers.</summary>
    Length,

    /// <summary>Kept in hundredths of a square millimeter.</summary>
    Area,

    /// <summary>Kept in thousandths of a piece.</summary>
    Count,
}

/// <summary>A unit in which material is bought or used; amounts are whole grains, the smallest amount of its dimension, so converting is exact.</summary>
/// <param name="Code">How it is written, such as “kg”.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Grains">How many grains one of it is.</param>
public sealed record Unit(string Code, Measure Measure, long Grains)
{
    /// <summary>Every unit there is, by dimension.</summary>
    public static IReadOnlyList<Unit> All { get; } =
    [
        new("mg", Measure.Mass, 1_000_000), new("g", Measure.Mass, 1_000_000_000), new("kg", Measure.Mass, 1_000_000_000_000),
        new("oz", Measure.Mass, 28_349_523_125), new("lb", Measure.Mass, 453_592_370_000),
        new("ml", Measure.Volume, 10_000_000_000), new("l", Measure.Volume, 10_000_000_000_000),
        new("US fl oz", Measure.Volume, 295_735_295_625), new("UK fl oz", Measure.Volume, 284_130_625_000),
        new("mm", Measure.Length, 1_000), new("cm", Measure.Length, 10_000), new("m", Measure.Length, 1_000_000),
        new("in", Measure.Length, 25_400), new("yd", Measure.Length, 914_400),
        new("cm²", Measure.Area, 10_000), new("m²", Measure.Area, 100_000_000), new("in²", Measure.Area, 64_516), new("yd²", Measure.Area, 83_612_736),
        new("piece", Measure.Count, 1_000), new("sheet", Measure.Count, 1_000), new("bottle", Measure.Count, 1_000), new("pack", Measure.Count, 1_000),
    ];

    /// <summary>The unit that is written so, in any case, or nothing.</summary>
    public static Unit? Find(string? code) => All.FirstOrDefault(unit => unit.Code.Equals(code?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>How many of it these grains are, to six decimals.</summary>
    public decimal Quantity(long grains) => decimal.Round((decimal)grains / Grains, 6, MidpointRounding.AwayFromZero);

    /// <summary>These grains as people read them, to three decimals: “1,250 g”, “1 sheet”, “3 pieces”.</summary>
    public string Words(long grains) => Words(Quantity(grains));

    /// <summary>So many pieces, or so much in the unit of this code, as people read them: “12”, “2.5 kg”.</summary>
    public static string Words(decimal quantity, string? code) => Find(code)?.Words(quantity) ?? quantity.ToString("#,0.###", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>So many of it as people read them.</summary>
    public string Words(decimal quantity) =>
        quantity.ToString("#,0.###", CultureInfo.InvariantCulture).Replace('-', '−') + "\u00A0" + (Measure == Measure.Count && quantity != 1 ? Code + "s" : Code);

    /// <summary>So many of it in grains; refused when negative, finer than a grain, or more than can be counted.</summary>
    public Outcome<long> Amount(decimal quantity, string? field = null) => Times(quantity, Grains, Code, field);

    internal static Outcome<long> Times(decimal quantity, long grains, string code, string? field)
    {
        if (quantity < 0)
        {
            return new Problem("negative_amount", "An amount cannot be less than nothing.", field);
        }

        var bits = decimal.GetBits(quantity);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var whole = BigInteger.DivRem(digits * grains, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF), out var rest);
        return !rest.IsZero ? new Problem("amount_too_fine", $"{quantity} {code} is finer than can be measured.", field)
            : whole > long.MaxValue ? new Problem("amount_too_large", $"{quantity} {code} is more than can be counted.", field)
            : (Outcome<long>)(long)whole;
    }
}
