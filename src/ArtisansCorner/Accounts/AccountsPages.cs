using Microsoft.AspNetCore.Identity;

namespace ArtisansCorner.Accounts;

/// <summary>Addresses about the person that are no pages.</summary>
public static class AccountsPages
{
    /// <summary>Signing out, by a form.</summary>
    public static void MapAccountsPages(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", async (SignInManager<User> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.Redirect("/sign-in");
        }).RequireAuthorization().ExcludeFromDescription();
}
