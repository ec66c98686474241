using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats;

/// <summary>A format that a person can read any table as, by saying which of its columns is which.</summary>
internal interface IMappable : IFormat
{
    /// <summary>What a row of it tells, for people: “sales”.</summary>
    string Things { get; }

    /// <summary>Its columns.</summary>
    IReadOnlyList<MapField> Fields { get; }

    /// <summary>The columns of which any one is enough beside the needed ones; nothing where those are enough.</summary>
    IReadOnlyList<MapField> OneOf
    {
        get
        {
            var needed = Fields.Where(one => one.IsNeeded);
            return IsEnough(needed) ? [] : [.. Fields.Where(one => !one.IsNeeded && IsEnough(needed.Append(one)))];
        }
    }

    private bool IsEnough(IEnumerable<MapField> fields)
    {
        var said = fields.Select(field => field.Heading).ToDictionary(heading => heading);
        return Match(new Headings([.. said.Keys], said)).Confidence > 0;
    }

    /// <summary>Whether a person said that a table with these headings is this, and which of its columns is which.</summary>
    bool IsSaidOf(Headings headings) => headings.IsMappedTo(Fields.Select(field => field.Heading), Fields.Where(field => field.IsNeeded).Select(field => field.Heading));
}

/// <summary>A column of a format that a person can map.</summary>
/// <param name="Heading">Our heading, as in the template.</param>
/// <param name="Words">What it is, for people.</param>
/// <param name="Content">What stands in its cells.</param>
/// <param name="Synonyms">What it is called elsewhere, in several languages.</param>
/// <param name="IsNeeded">Whether nothing can be read without it.</param>
internal sealed record MapField(string Heading, string Words, CellContent Content, IReadOnlyList<string> Synonyms, bool IsNeeded = false);

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
