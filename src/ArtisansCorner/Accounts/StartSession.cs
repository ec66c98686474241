using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace ArtisansCorner.Accounts;

/// <summary>Makes a session for who signs in, under a key that nobody had before; the session that the browser came with ends.</summary>
public sealed class StartSession(SignInManager<User> signIn, IServiceScopeFactory scopes)
{
    /// <summary>Signs this browser in; remembered, it stays so when it is closed.</summary>
    public async Task RunAsync(User user, bool remember)
    {
        var (http, scheme) = (signIn.Context, IdentityConstants.ApplicationScheme);
        // The cookie is set anew right away, so this answer does not take it away first.
        var cookies = http.Response.Headers.SetCookie;
        await http.SignOutAsync(scheme);
        http.Response.Headers.SetCookie = cookies;

        // Who reads the cookie in this request keeps the key that was in it, and would write the new person under it: one of another scope finds no session.
        await using var scope = scopes.CreateAsyncScope();
        var principal = await signIn.CreateUserPrincipalAsync(user);
        await scope.ServiceProvider.GetRequiredService<IAuthenticationService>().SignInAsync(http, scheme, principal, new AuthenticationProperties { IsPersistent = remember });
    }
}
