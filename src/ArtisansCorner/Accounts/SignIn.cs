using ArtisansCorner.Platform.Problems;
using Microsoft.AspNetCore.Identity;

namespace ArtisansCorner.Accounts;

/// <summary>Checks who someone says they are; too many wrong passwords close the account for some minutes.</summary>
public sealed class SignIn(SignInManager<User> signIn, UserManager<User> users, StartSession session)
{
    private static readonly Problem Wrong = new("sign_in_failed", "E-mail or password is not right. After several wrong passwords, wait five minutes.", Kind: ProblemKind.Invalid);

    /// <summary>Signs this browser in and makes its session.</summary>
    public async Task<Outcome<User>> RunAsync(string email, string password, bool remember)
    {
        var checkedUser = await CheckAsync(email, password);
        if (checkedUser.Succeeded) await session.RunAsync(checkedUser.Value, remember);
        return checkedUser;
    }

    /// <summary>Only checks, for programs that ask for a token.</summary>
    public async Task<Outcome<User>> CheckAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null || await users.IsLockedOutAsync(user))
        {
            // Takes as long and says the same as for a known address that is open, so that nobody learns who has an account.
            users.PasswordHasher.HashPassword(new User(), password);
            return Wrong;
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        return result.Succeeded ? user : Wrong;
    }
}
