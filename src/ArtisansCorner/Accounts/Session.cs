namespace ArtisansCorner.Accounts;

/// <summary>One signed-in browser; a row, so that it can be seen and ended.</summary>
public sealed class Session
{
    /// <summary>Its id, for lists; the cookie holds another, secret key.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the key in the cookie: who reads the table cannot sign in.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Who is signed in.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What the browser says it is.</summary>
    public required string Device { get; init; }

    /// <summary>The address it signed in from.</summary>
    public required string Address { get; init; }

    /// <summary>When it signed in.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last seen, to the nearest few minutes.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The signed-in identity, as ASP.NET Core serializes it.</summary>
    public required byte[] Ticket { get; set; }
}
