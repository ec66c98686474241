namespace ArtisansCorner.Ui;

/// <summary>What a badge says of a thing.</summary>
public enum BadgeKind
{
    /// <summary>Neither good nor bad.</summary>
    Plain,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Stock is at or under its threshold.</summary>
    Low,

    /// <summary>None is left.</summary>
    Out,

    /// <summary>Something needs a look.</summary>
    Warning,
}
