/** A license of the sandbox's customised account: every field is filled. */
export const account = 'e4a1c7d0-5b92-4c38-8f16-9d2b0a7e6f32';
export const licenseId = 'a0LXa0000001AaAIAU';

export const path = `/api/unified/user-directory/licenses/${licenseId}?integrated_account_id=${account}&truto_ignore_remote_data=true`;
