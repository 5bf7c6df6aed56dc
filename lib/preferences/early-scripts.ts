/** Scripts that stand in the page and run while it is read, before the first paint and without
 *  React. Plain old JavaScript: nothing compiles them. __tests__/unit/early-scripts.test.ts holds
 *  them to the cookie codec. */

/** In the head: the reader's text size, theme and wish about alerts come onto <html> before anything
 *  is drawn. A choice made before React is there takes effect, and is kept: the store takes it up from
 *  the cookie. Radios that wait for a button (`data-waits`) are left to it. */
export const APPLY_PREFERENCES = `(function(){
try{
var m=/(?:^|;\\s*)lede-preferences="?([^;"]*)/.exec(document.cookie),v=m?m[1]:'',r=document.documentElement;
if(v.indexOf('=')<0)v=decodeURIComponent(v);
var s=/(?:^|&)size=(xs|sm|md|lg)(?:&|$)/.exec(v),t=/(?:^|&)theme=(auto|light|dark|sepia|contrast)(?:&|$)/.exec(v),d=/(?:^|&)dismissed=([a-z0-9.]*)/.exec(v),a=/(?:^|&)alerts=(now|quiet|visit|off)(?:&|$)/.exec(v),n=/(?:^|&)seen=(\\d+)/.exec(v);
if(s)r.dataset.textSize=s[1];
if(t)r.dataset.theme=t[1];
if(a&&!(a[1]==='visit'&&!(Date.now()-(n?n[1]:0)*6e4<=18e5)))r.dataset.alerts=a[1];
if(d)r.dataset.dismissed='.'+d[1]+'.';
document.addEventListener('change',function(e){
var t=e.target,n=t.name,c,p;
if(n!=='size'&&n!=='theme'&&n!=='alerts'||t.form&&t.form.hasAttribute('data-waits'))return;
r.dataset[n==='size'?'textSize':n]=t.value;
c=/(?:^|;\\s*)lede-preferences="?([^;"]*)/.exec(document.cookie);
c=c?c[1]:'';
if(c.indexOf('=')<0)c=decodeURIComponent(c);
p=c.split('&').filter(function(x){return x&&x.indexOf(n+'=')!==0&&(n!=='alerts'||x.indexOf('seen=')!==0)});
p.push(n+'='+t.value);
if(t.value==='visit')p.push('seen='+Math.floor(Date.now()/6e4));
document.cookie='lede-preferences='+p.join('&')+'; Path=/; Max-Age=31536000; SameSite=Lax'+(location.protocol==='https:'?'; Secure':'');
});
}catch(e){}
})()`;

/** Behind the breaking-news region: hides it, and its skip link, if the reader has dismissed it. */
export const HIDE_DISMISSED_ALERT = `(function(){
var a=document.getElementById('breaking-news'),d=document.documentElement.dataset.dismissed;
if(!a||!d||d.indexOf('.'+a.dataset.alert+'.')<0)return;
a.hidden=true;
var l=document.querySelector('a[href="#breaking-news"]');
if(l)l.parentNode.hidden=true;
})()`;

/** Behind a group of choices: checks the radio that stands for the choice on <html>. */
export const CHECK_CHOSEN = `(function(){
var h=document.documentElement.dataset,i,o=document.querySelectorAll('[name=size],[name=theme],[name=alerts]');
for(i=0;i<o.length;i++)o[i].checked=o[i].value===h[o[i].name==='size'?'textSize':o[i].name];
})()`;
