using System.Globalization;

namespace ArtisansCorner.Platform.Values;

/// <summary>A whole number of a currency's minor units; never floating point.</summary>
/// <param name="Minor">The amount in minor units, such as pence.</param>
/// <param name="Currency">The currency it is in.</param>
public readonly record struct Money(long Minor, Currency Currency)
{
    /// <summary>The sign and the whole part with thousands parted, such as “−£4,812”; a sign of letters stands apart, such as “KWD 4”.</summary>
    public string Whole => (Minor < 0 ? "−" : "") + Currency.Sign + (char.IsLetter(Currency.Sign[^1]) ? "\u00A0" : "") + WholePart.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The mark and the decimals, such as “.40”; empty for a currency without decimals.</summary>
    public string Fraction => Currency.Decimals == 0
        ? ""
        : "." + (Magnitude % (ulong)Currency.MinorPerMajor).ToString("D" + Currency.Decimals, CultureInfo.InvariantCulture);

    /// <summary>The amount as people read it, such as “£4,812.40”.</summary>
    public override string ToString() => Whole + Fraction;

    private ulong Magnitude => Minor < 0 ? (ulong)-(Minor + 1) + 1 : (ulong)Minor;

    private ulong WholePart => Magnitude / (ulong)Currency.MinorPerMajor;
}
