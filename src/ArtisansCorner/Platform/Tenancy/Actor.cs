namespace ArtisansCorner.Platform.Tenancy;

/// <summary>Through what a fact was written down.</summary>
public enum Through
{
    /// <summary>A page of this product.</summary>
    Page = 1,

    /// <summary>The REST API.</summary>
    Api = 2,

    /// <summary>An import of a file.</summary>
    Import = 3,

    /// <summary>The sample shop.</summary>
    Demo = 4,

    /// <summary>The product itself, by the clock or after an event.</summary>
    System = 5,

    /// <summary>What a selling platform sent by itself.</summary>
    Webhook = 6,
}

/// <summary>Who acts, and through what: it stands on every fact.</summary>
/// <param name="UserId">The user, or nothing when the product itself acts.</param>
/// <param name="Through">Through what.</param>
public readonly record struct Actor(Guid? UserId, Through Through)
{
    /// <summary>The product itself.</summary>
    public static Actor System { get; } = new(null, Through.System);
}
