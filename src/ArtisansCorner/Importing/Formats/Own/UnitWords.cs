using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Units as people write them: “grams”, “Stück”, “kilo”.</summary>
internal static class UnitWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal);

    static UnitWords()
    {
        Add("mg", "milligram", "milligrams", "milligramm");
        Add("g", "gr", "gram", "grams", "gramm", "gramme", "grammes", "grammi", "gramos", "gramas");
        Add("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramm", "kilogramme", "kilogrammes", "kgs", "chilo", "chili", "quilo");
        Add("oz", "ounce", "ounces");
        Add("lb", "lbs", "pound", "pounds");
        Add("ml", "milliliter", "milliliters", "millilitre", "millilitres", "mls");
        Add("l", "liter", "liters", "litre", "litres", "ltr", "litro", "litri", "litros");
        Add("US fl oz", "fl oz", "fluid ounce", "fluid ounces", "floz");
        Add("mm", "millimeter", "millimeters", "millimetre", "millimetres");
        Add("cm", "centimeter", "centimeters", "centimetre", "centimetres", "zentimeter");
        Add("m", "meter", "meters", "metre", "metres", "mtr", "metro", "metri", "metros");
        Add("in", "inch", "inches", "zoll");
        Add("yd", "yard", "yards", "yds");
        Add("cm²", "cm2", "sq cm");
        Add("m²", "m2", "sq m", "qm");
        Add("in²", "in2", "sq in");
        Add("yd²", "yd2", "sq yd");
        Add("piece", "pieces", "pc", "pcs", "each", "ea", "unit", "units", "stk", "stück", "stücke", "pièce", "pièces", "pezzo", "pezzi", "pieza", "piezas", "stuk", "stuks", "peça", "peças", "no");
        Add("sheet", "sheets", "blatt", "bogen", "feuille", "feuilles", "foglio", "fogli", "hoja", "hojas", "vel", "vellen", "folha", "folhas");
        Add("bottle", "bottles", "flasche", "flaschen", "bouteille", "bouteilles", "bottiglia", "bottiglie", "botella", "botellas", "fles", "flessen", "garrafa", "garrafas");
        Add("pack", "packs", "packet", "packets", "box", "boxes", "packung", "packungen", "paket", "paquet", "paquets", "pacco", "pacchi", "paquete", "paquetes", "pak", "pakken", "doos", "pacote", "pacotes");
    }

    /// <summary>The unit that is meant, or nothing.</summary>
    public static Unit? Find(string text) => Unit.Find(text) ?? (Words.TryGetValue(Headings.KeyOf(text), out var code) ? Unit.Find(code) : null);

    private static void Add(string code, params ReadOnlySpan<string> words)
    {
        foreach (var word in words) Words[Headings.KeyOf(word)] = code;
    }
}
