using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats;

/// <summary>A format that a person can read any table as, by saying which of its columns is which.</summary>
internal interface IMappable : IFormat
{
    /// <summary>What a row of it tells, for people: “sales”.</summary>
    string Things { get; }

    /// <summary>Its columns.</summary>
    IReadOnlyList<MapField> Fields { get; }

    /// <summary>Columns that say the same in several ways: of each group one is needed beside those that are needed in any case.</summary>
    IReadOnlyList<IReadOnlyList<MapField>> Alternatives => [.. Fields.Where(one => one.OneOf is not null).GroupBy(one => one.OneOf).Select(group => group.ToList())];

    /// <summary>What nothing can be read without and is not among these columns: alone, or as those of which one is needed.</summary>
    IReadOnlyList<IReadOnlyList<MapField>> LackedBy(IReadOnlyCollection<MapField> said) =>
        [.. Fields.Where(field => field.IsNeeded && !said.Contains(field)).Select(field => new[] { field }), .. Alternatives.Where(group => !group.Any(said.Contains))];

    /// <summary>Whether a person said that a table with these headings is this, and which of its columns is which.</summary>
    bool IsSaidOf(Headings headings) => headings.IsMappedTo(Fields.Select(field => field.Heading), Fields.Where(field => field.IsNeeded).Select(field => field.Heading));
}

/// <summary>A column of a format that a person can map.</summary>
/// <param name="Heading">Our heading, as in the template.</param>
/// <param name="Words">What it is, for people.</param>
/// <param name="Content">What stands in its cells.</param>
/// <param name="Synonyms">What it is called elsewhere, in several languages.</param>
/// <param name="IsNeeded">Whether nothing can be read without it.</param>
/// <param name="OneOf">What it says like others, where any one of them is enough but one is needed: “price”.</param>
internal sealed record MapField(string Heading, string Words, CellContent Content, IReadOnlyList<string> Synonyms, bool IsNeeded = false, string? OneOf = null);

/// <summary>What stands in the cells of a column.</summary>
internal enum CellContent
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number or code that names a thing.</summary>
    Number,

    /// <summary>A day, with or without the time.</summary>
    Date,

    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>How many.</summary>
    Quantity,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>The code of a product or a material.</summary>
    Sku,

    /// <summary>A unit of measure.</summary>
    Unit,
}
