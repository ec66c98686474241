using Microsoft.AspNetCore.Identity;

namespace ArtisansCorner.Accounts;

/// <summary>A person who signs in; what they may do is said by the shops they are a member of.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>How the person is called in the product; their e-mail until they say.</summary>
    public string? Name { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
