namespace ArtisansCorner.Importing.Draft;

/// <summary>Whether and when what must be held together is read, counted, written and forgotten round by round (docs/decisions/0027).</summary>
internal enum InRounds
{
    /// <summary>Its rows pass by.</summary>
    Never,

    /// <summary>In rounds of their own before sales are written, for sales may be of it.</summary>
    BeforeSales,

    /// <summary>After the sales that pass by.</summary>
    AfterSales,
}
